// Every shape of decisions that travels, by what it is about.
export * from './questions';
export * from './answer';
export * from './timeline';
export * from './fleet';
export * from './overrides';
export * from './log';
export * from './status';
