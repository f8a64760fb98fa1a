export { infraOverviewPlugin as default } from './plugin';
