export * from './HttpClient';
export { RemoteError, type RemoteFailure } from './RemoteError';
export { RequestBudget } from './RequestBudget';
export { mapConcurrently } from './mapConcurrently';
export { wait, type Wait } from './wait';
export { pagesByRange } from './pagesByRange';
export { readShape } from './readShape';
