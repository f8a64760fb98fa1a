export type { Tone, FactState } from './tone';
export type {
  DocumentOutcome,
  NotUnderstoodAt,
  Overview,
  OverviewChainLink,
  OverviewEntity,
  OverviewLink,
  OverviewSource,
} from './overview';
export { buildOverview, type OverviewInput, type ReadLink } from './buildOverview';
export { partsLeftOut } from './partsLeftOut';
export { mainView } from './mainView';
export { environmentOf } from './environmentOf';
export { activeItems, standingOf, statedBlock, type Standing } from './facts';
export { itemTitle } from './itemTitle';
export { addonName, backupsOf, databasesOf, isVolatile } from './databases';
export { platformStanding, type PlatformVerdict } from './platformStanding';
export { alertsOf, describeTarget, reachesPerson, targetsOf } from './alertRoutes';

export type { Answer, AnswerLine, StandardAnswer } from './answers/answer';
export { fourAnswers } from './answers/fourAnswers';
export { standardAnswers } from './answers/standardAnswers';

export type { EnvironmentMatrix, MatrixCell, MatrixRow } from './matrix/matrix';
export { environmentMatrix } from './matrix/environmentMatrix';

export type { DrawnEdge, DrawnPath, PathStep } from './path/drawnPath';
export { drawPath, drawRequestPath } from './path/drawPath';

export type { ElementDetail, Mention } from './element/elementDetail';
export { elementAt } from './element/elementAt';
export { aboutMatches } from './element/aboutMatches';
export { describeLocation } from './element/credentialsFor';
export { describeAlert } from './element/alertsFor';
export { referencesIn, type FoundReference } from './element/references';

export type { FieldRow } from './fields/fieldRow';
export { fieldRows } from './fields/fieldRows';

export type { Depth, Role, Section, SectionId } from './sections/section';
export { sectionsFor, type DocumentUse } from './sections/sectionsFor';

export type { OpenQuestion } from './questions/openQuestion';
export { openQuestions } from './questions/openQuestions';

export { toMarkdown } from './markdown/toMarkdown';
export { escapeMarkdown } from './markdown/escapeMarkdown';

export type {
  FleetDrift,
  FleetEnvironment,
  FleetGap,
  FleetPlatform,
  FleetRow,
  FleetRowWithTerms,
  FleetTerm,
  FleetTermKind,
  PlatformStanding,
  Ranked,
} from './fleet/row';
export { FLEET_GAPS } from './fleet/row';
export { fleetRow } from './fleet/fleetRow';
export { toCsv } from './fleet/toCsv';

export * from './words';
export * from './failure';
