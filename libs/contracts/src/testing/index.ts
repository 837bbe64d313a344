export { contractErrors } from './contract-errors.ts';
