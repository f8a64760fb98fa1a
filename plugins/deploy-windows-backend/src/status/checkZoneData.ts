import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TzdataConfig } from '../config';
import { isOlder } from './isOlder';

/** @throws Error when the zone data of this process is too old and the configuration says not to start with it */
export function checkZoneData(
  version: string,
  { minimum, refuse }: TzdataConfig,
  logger: LoggerService,
): void {
  if (!isOlder(version, minimum)) return;
  const text =
    `The time zone data of this process is ${version}, and deployWindows.tzdata.minimum asks for ${minimum}. ` +
    'Update Node.js, or point ICU_TIMEZONE_FILES_DIR to current ICU zone files';
  if (refuse) throw new Error(text);
  logger.warn(text);
}
