/** Carries the log from KurrentDB to Kafka; several may run, and one at a time does. */
import { runRelay } from '@pledgeline/runtime';

await runRelay();
