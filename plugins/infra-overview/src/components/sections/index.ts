import type { SectionId } from 'backstage-plugin-infra-overview-common';
import type { ComponentType } from 'react';
import { AddonsSection } from './addons/AddonsSection';
import { BackupsSection } from './BackupsSection';
import { ChecklistsSection } from './checklists/ChecklistsSection';
import { ConformanceSection } from './checklists/ConformanceSection';
import { CredentialsSection } from './CredentialsSection';
import { DeploysSection } from './deploys/DeploysSection';
import { DomainsSection } from './DomainsSection';
import { DriftSection } from './drift/DriftSection';
import { EnvironmentsSection } from './environments/EnvironmentsSection';
import { AccessSection } from './governance/AccessSection';
import { AccountsSection } from './governance/AccountsSection';
import { CapacitySection } from './governance/CapacitySection';
import { ComplianceSection } from './governance/ComplianceSection';
import { CostSection } from './governance/CostSection';
import { NetworkSection } from './governance/NetworkSection';
import { PlatformsSection } from './governance/PlatformsSection';
import { PoliciesSection } from './governance/PoliciesSection';
import { SecuritySection } from './governance/SecuritySection';
import { SupportSection } from './governance/SupportSection';
import { BehavioursSection } from './knowledge/BehavioursSection';
import { DecisionsSection } from './knowledge/DecisionsSection';
import { GlossarySection } from './knowledge/GlossarySection';
import { JobsSection } from './knowledge/JobsSection';
import { LinksSection } from './knowledge/LinksSection';
import { NotesSection } from './knowledge/NotesSection';
import { RuntimesSection } from './knowledge/RuntimesSection';
import { TopologiesSection } from './knowledge/TopologiesSection';
import { ObservabilitySection } from './observability/ObservabilitySection';
import { ProceduresSection } from './procedures/ProceduresSection';
import { QuestionsSection } from './questions/QuestionsSection';
import { ImprovementsSection, RisksSection } from './risks/RisksAndImprovements';
import { SourcesSection } from './sources/SourcesSection';
import { StandardsSection } from './standards/StandardsSection';

/** What draws each section. The first screen (`answers`, `request-path`) is drawn by the page itself. */
export const SECTIONS: Readonly<Partial<Record<SectionId, ComponentType>>> = {
  drift: DriftSection,
  environments: EnvironmentsSection,
  deploys: DeploysSection,
  procedures: ProceduresSection,
  addons: AddonsSection,
  backups: BackupsSection,
  credentials: CredentialsSection,
  observability: ObservabilitySection,
  domains: DomainsSection,
  support: SupportSection,
  risks: RisksSection,
  improvements: ImprovementsSection,
  questions: QuestionsSection,
  platforms: PlatformsSection,
  standards: StandardsSection,
  policies: PoliciesSection,
  checklists: ChecklistsSection,
  conformance: ConformanceSection,
  topologies: TopologiesSection,
  accounts: AccountsSection,
  access: AccessSection,
  network: NetworkSection,
  jobs: JobsSection,
  runtimes: RuntimesSection,
  behaviours: BehavioursSection,
  security: SecuritySection,
  capacity: CapacitySection,
  compliance: ComplianceSection,
  cost: CostSection,
  decisions: DecisionsSection,
  glossary: GlossarySection,
  links: LinksSection,
  notes: NotesSection,
  sources: SourcesSection,
};
