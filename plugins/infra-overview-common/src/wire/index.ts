export * from './overview';
export * from './observed';
export * from './impact';
