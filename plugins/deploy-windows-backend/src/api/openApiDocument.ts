import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readDeployWindowsConfig } from '../config';
import { composeRooms, type Doors } from '../rooms';
import { openApiOf } from './openApi';

/** The contract of all routes, without a database behind them: `yarn generate` writes it to `openapi.json`. */
export function openApiDocument(): JsonObject {
  const config = readDeployWindowsConfig(
    new ConfigReader({ backend: { baseUrl: 'http://localhost:7007' } }),
  );
  // Rooms ask nothing before somebody calls.
  const doors = {
    config,
    knex: {},
    logger: {},
    now: () => 0,
    newId: () => '',
    digest: (text: string) => text,
    tzdata: () => '',
  } as unknown as Doors;
  return openApiOf(composeRooms(doors).routes);
}
