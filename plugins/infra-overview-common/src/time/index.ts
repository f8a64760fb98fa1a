export { type Instant, dateEnd, dateStart, dateText, instantText, parseInstant } from './instant';
export { type DurationParts, durationMilliseconds, durationText, parseDuration } from './duration';
