export * from './leadTime';
export * from './notice';
export * from './audienceLead';
export * from './message';
