export * from './deployment';
export * from './permit';
export * from './typicalDuration';
export * from './limits';
export * from './unpermitted';
