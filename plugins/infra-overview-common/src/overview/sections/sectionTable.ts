import type { SectionId } from './section';

export interface SectionEntry {
  readonly id: SectionId;
  readonly title: string;
  readonly paths: readonly string[];
  /** Shown even when nothing is stated: its absence is worth seeing. Of a project, of a standard, of both, or of neither. */
  readonly always?: 'project' | 'standard' | 'both';
}

/** Sections of the page with what they show. */
export const SECTION_TABLE: readonly SectionEntry[] = [
  { id: 'answers', title: 'In short', paths: [], always: 'both' },
  { id: 'request-path', title: 'How a request travels', paths: ['requestPath'], always: 'project' },
  { id: 'drift', title: 'Drift', paths: [], always: 'project' },
  {
    id: 'environments',
    title: 'Environments compared',
    paths: ['environments'],
    always: 'project',
  },
  { id: 'deploys', title: 'Deploys and windows', paths: ['deployPolicy'], always: 'project' },
  { id: 'procedures', title: 'Procedures', paths: ['procedures'], always: 'project' },
  { id: 'addons', title: 'Add-ons', paths: ['addons'], always: 'both' },
  { id: 'backups', title: 'Backups', paths: ['backups'], always: 'project' },
  { id: 'credentials', title: 'Credentials', paths: ['credentialLocations'], always: 'project' },
  {
    id: 'observability',
    title: 'Logs, monitors and alerts',
    paths: [
      'observability.logs',
      'observability.monitors',
      'observability.alerts',
      'observability.channels',
    ],
    always: 'project',
  },
  { id: 'domains', title: 'Domains and TLS', paths: ['domains'], always: 'project' },
  { id: 'support', title: 'Support', paths: ['support'], always: 'both' },
  { id: 'risks', title: 'Risks', paths: ['risks'], always: 'project' },
  { id: 'improvements', title: 'Improvements', paths: ['improvements'] },
  { id: 'questions', title: 'Open questions and gaps', paths: ['questions'], always: 'both' },
  { id: 'platforms', title: 'Platforms', paths: ['platforms'], always: 'standard' },
  { id: 'standards', title: 'What the standard fills in', paths: ['defaults'] },
  { id: 'policies', title: 'Rules', paths: ['policies'], always: 'standard' },
  { id: 'checklists', title: 'Checklists', paths: ['checklists'] },
  { id: 'conformance', title: 'Answers to checklists', paths: ['conformance'] },
  { id: 'topologies', title: 'Typical set-ups', paths: ['topologies'] },
  { id: 'accounts', title: 'Accounts', paths: ['accounts'] },
  { id: 'access', title: 'Access to hosts', paths: ['access'] },
  { id: 'network', title: 'Network', paths: ['network'] },
  { id: 'jobs', title: 'Jobs', paths: ['jobs'] },
  { id: 'runtimes', title: 'Runtimes', paths: ['runtimes'] },
  { id: 'behaviours', title: 'How the application acts', paths: ['behaviours'] },
  { id: 'security', title: 'Security', paths: ['security'] },
  { id: 'capacity', title: 'Capacity', paths: ['capacity'] },
  { id: 'compliance', title: 'Compliance', paths: ['compliance'] },
  { id: 'cost', title: 'Cost', paths: ['cost'] },
  { id: 'decisions', title: 'Decisions', paths: ['decisions'] },
  { id: 'glossary', title: 'Words', paths: ['glossary'] },
  { id: 'links', title: 'Links', paths: ['links'] },
  { id: 'notes', title: 'Notes', paths: ['notes'] },
  { id: 'sources', title: 'Sources', paths: ['verified', 'status', 'tier'], always: 'both' },
];
