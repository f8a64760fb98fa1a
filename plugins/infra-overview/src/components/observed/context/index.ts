export { ObservedContext, useLooked, useObservedAnswer, type Looked } from './ObservedContext';
export { ObservedProvider } from './ObservedProvider';
export { useConfirmationsAt, useDriftAt, useDriftWithin, useFactsAt } from './useAt';
export { useObservedActions } from './useObservedActions';
