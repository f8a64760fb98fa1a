import { readFileSync } from 'fs';
import { migrate } from '../plugins/deploy-windows-backend/src/database/migrate';
import { sqliteFiles } from './databases';
import { benchCore, silent } from './readinessCore';
import { syntheticOrganisation } from 'backstage-plugin-infra-overview-common/testUtils';
import { Session } from 'node:inspector/promises';
import { writeFileSync } from 'node:fs';
void readFileSync;
(async () => {
  const db = sqliteFiles();
  const knex = await db.open('r');
  await migrate(knex, silent);
  const all = syntheticOrganisation(20261124, 60).map(e => ({ ...e, metadata: { ...e.metadata, namespace: 'default', etag: 'x' } }));
  const wish = { knex, entities: () => all, packs: [{ name: 'tts-good-production-practices', subjects: {} }] };
  const core = benchCore(wish as never);
  await core.read();
  const s = new Session(); s.connect();
  await s.post('Profiler.enable');
  let b = performance.now(); await core.judge(); console.log('first', performance.now() - b);
  const keys = (await core.assessments.outlines()).map(o => o.key); console.log(keys.length);
  await s.post('Profiler.start');
  for (let i = 0; i < 2; i++) { b = performance.now(); await core.assessments.reassess(keys, { cause: 'facts' }); console.log('again', performance.now() - b); }
  b = performance.now(); await benchCore(wish as never).sweep(); console.log('restarted', performance.now() - b);
  b = performance.now(); await core.sweep(); console.log('pass', performance.now() - b);
  const { profile } = await s.post('Profiler.stop') as any;
  writeFileSync(`/tmp/bprof/tts.cpuprofile`, JSON.stringify(profile));
  await db.remove();
})();
