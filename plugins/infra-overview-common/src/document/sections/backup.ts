import { z } from 'zod';
import {
  blockOf,
  date,
  duration,
  field,
  flag,
  id,
  required,
  text,
  url,
  type Read,
} from '../fields';
import { itemFields } from '../item';

const restoreTestSchema = z.object({
  status: required(
    z.enum(['passed', 'failed', 'never']),
    'How it ended; never: it was never tried.',
  ),
  at: field(date, 'Day of the test.'),
  environment: field(text, 'Environment it was restored to.'),
  evidence: field(text, 'Where the result is written down.'),
});
export type RestoreTest = Read<typeof restoreTestSchema>;

export const backupSchema = z.object({
  ...itemFields,
  of: field(id, 'Add-on whose data it keeps.'),
  method: field(
    z.enum(['continuous', 'snapshot', 'logical', 'replication', 'versioning', 'none']),
    'How it is made; none: known to have no backup.',
  ),
  frequency: field(duration, 'How often; left out for a continuous one.'),
  retention: field(duration, 'How long it is kept.'),
  location: field(text, 'Where it is kept.'),
  offsite: field(flag, 'Kept with another provider or in another region than the data.'),
  pitr: field(
    blockOf(z.object({ window: required(duration, 'How far back.') })),
    'Any point in time can be restored, this far back.',
  ),
  lastRestoreTest: field(restoreTestSchema, 'When it was last proven that it can be restored.'),
  procedure: field(id, 'Item of procedures that tells how to restore.'),
  pipeline: field(url, 'Restore test that runs by itself.'),
});
/** What is kept of some data, for how long, and when that was last proven. */
export type Backup = Read<typeof backupSchema>;
