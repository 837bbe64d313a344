/** The groups that the services of this system form: each has a place in the log of its own, and stops by itself. */
export const CONSUMER_GROUPS = [
  'intake-offers',
  'intake-policies',
  'relay',
  'reporting',
  'verification-policies',
  'verification-work',
] as const;
