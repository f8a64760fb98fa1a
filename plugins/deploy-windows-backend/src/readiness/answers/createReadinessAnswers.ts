import type { Room, RoomDeps } from '../../room';
import type { Assessments } from '../assessment/Assessments';
import { DatabaseDigestReader } from '../digest/DatabaseDigestReader';
import { digestTasks } from '../digest/digestTasks';
import { AuthorizedFleetService } from '../fleet/AuthorizedFleetService';
import { AuthorizedPeopleService } from '../fleet/AuthorizedPeopleService';
import { AuthorizedSubjectService } from '../fleet/AuthorizedSubjectService';
import { CheckBook } from '../fleet/CheckBook';
import { DatabaseFleetReader } from '../fleet/DatabaseFleetReader';
import { DefaultFleetService } from '../fleet/DefaultFleetService';
import { DefaultPeopleService } from '../fleet/DefaultPeopleService';
import { DefaultSubjectService } from '../fleet/DefaultSubjectService';
import { fleetRoutes } from '../fleet/fleetRoutes';
import { Gates } from '../fleet/Gates';
import { Names } from '../fleet/Names';
import { PackService } from '../fleet/PackService';
import { packRoutes, peopleRoutes } from '../fleet/peopleRoutes';
import { Presenter } from '../fleet/Presenter';
import { Readable } from '../fleet/Readable';
import { subjectRoutes } from '../fleet/subjectRoutes';
import { WindowSentences } from '../fleet/WindowSentences';
import { Affected } from './Affected';
import { AnswerRights } from './AnswerRights';
import { AnswerWords } from './AnswerWords';
import { Approvers } from './Approvers';
import { AuthorizedAttestationService } from './AuthorizedAttestationService';
import { AuthorizedCarryOverService } from './AuthorizedCarryOverService';
import { AuthorizedWaiverService } from './AuthorizedWaiverService';
import type { DatabaseRecordStore } from './DatabaseRecordStore';
import { DefaultAttestationService } from './DefaultAttestationService';
import { DefaultWaiverService } from './DefaultWaiverService';
import { DefaultCarryOverService } from './DefaultCarryOverService';
import { attestationRoutes, carryOverRoutes, waiverRoutes } from './routes';

export type ReadinessAnswersDeps = Pick<
  RoomDeps,
  'knex' | 'config' | 'access' | 'directory' | 'loader' | 'displays' | 'newId' | 'digest'
> & {
  readonly assessments: Assessments;
  readonly records: DatabaseRecordStore;
};

export interface ReadinessAnswersRoom extends Room {
  /** For assistants. */
  readonly subjects: AuthorizedSubjectService;
}

/** What is asked of readiness over HTTP, and what people say to it. */
export function createReadinessAnswers(deps: ReadinessAnswersDeps): ReadinessAnswersRoom {
  const { config, access, directory, newId, digest, assessments, records } = deps;
  const names = new Names({ access, org: () => assessments.org(), digest });
  const gates = new Gates({ directory, defaultsOf: config.defaultsOf });
  const { maxFactsAge } = config.readiness;
  const presenter = new Presenter({ names, gates, digest, maxFactsAge });
  const readable = new Readable({ assessments, access });
  const affected = new Affected(assessments);
  const approvers = new Approvers({ directory, configured: config.readiness.approvers });
  const words = new AnswerWords({ assessments, presenter });
  const rights = new AnswerRights({ access, affected, readable });
  const said = { records, assessments, affected, approvers, words, newId, digest };
  const attestations = new AuthorizedAttestationService(
    new DefaultAttestationService(said),
    rights,
  );
  const waivers = new AuthorizedWaiverService(new DefaultWaiverService(said), rights);
  const carrying = new AuthorizedCarryOverService(new DefaultCarryOverService(said), rights);
  const subjects = new AuthorizedSubjectService(
    new DefaultSubjectService({ assessments, presenter, directory }),
    { readable, assessments },
  );
  const org = () => assessments.org();
  const reader = new DatabaseFleetReader({ knex: deps.knex });
  const checks = new CheckBook({ assessments, reader });
  const fleet = new AuthorizedFleetService(
    new DefaultFleetService({ assessments, reader, presenter, checks }),
    { access, readable, org },
  );
  const people = new AuthorizedPeopleService(
    new DefaultPeopleService({
      assessments,
      directory,
      presenter,
      windows: new WindowSentences(deps),
    }),
    { access, readable, assessments },
  );
  return {
    subjects,
    routes: [
      ...fleetRoutes(fleet),
      ...peopleRoutes(people),
      ...packRoutes(new PackService(assessments)),
      ...subjectRoutes(subjects),
      ...attestationRoutes(attestations),
      ...waiverRoutes(waivers),
      ...carryOverRoutes(carrying),
    ],
    tasks: config.readiness.digest.enabled
      ? digestTasks({ ...deps, checks, reader: new DatabaseDigestReader({ knex: deps.knex }) })
      : [],
  };
}
