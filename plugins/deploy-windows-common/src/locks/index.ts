export * from './lock';
export * from './queue';
