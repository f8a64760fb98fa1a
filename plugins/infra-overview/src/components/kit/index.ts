/**
 * The one place that knows which UI library draws. Sections and the fleet page are written with these.
 *
 * Contract of a section (components/sections):
 * - `export const AddonsSection = () => …`: no props; everything comes from `useView()` of `../overview/context`.
 * - `components/sections/index.ts` exports `SECTIONS: Readonly<Record<SectionId, ComponentType>>`. `answers` and `request-path` are drawn by the page
 *   itself: their entries may be left out (`Partial`), the page does not look them up.
 * - A section draws exactly one `<ViewSection id="addons">…</ViewSection>` (from `../overview/context`): heading, anchor, count, depth and the words for
 *   "none", "not needed", "not stated" come from the role's section list there; children are drawn only when the fact is stated. Order and depth are
 *   not a section's business. `extra` goes on the heading's right, `summary` is what depth `summary` shows before "show all".
 * - Every name of an element is an `ElementLink`. Rows carry `rowId={row => anchorOf(path)}`.
 * - Headings inside a section are `<h3>`.
 */
export {
  cx,
  toneIcon,
  toneWord,
  ToneText,
  type ToneTextProps,
  Muted,
  StateChip,
  type StateChipProps,
  OutsideLink,
  type OutsideLinkProps,
  CopyButton,
  type CopyButtonProps,
  ChipChoice,
  type Choice,
  type ChipChoiceProps,
  Fold,
  type FoldProps,
  SectionCard,
  type SectionCardProps,
  DataTable,
  type DataColumn,
  type DataTableProps,
  type TableSort,
  SectionBoundary,
  SidePanel,
  type SidePanelProps,
  Steps,
  type Step,
  Lines,
} from 'backstage-plugin-infra-overview-react';
export { FactText, type FactTextProps } from './FactText';
export { OriginChip } from './OriginChip';
export { FreshnessChip } from './FreshnessChip';
export { ElementLink, type ElementLinkProps } from './ElementLink';
export { GapCard, type GapCardProps } from './GapCard';
export { FieldList, FieldValue, type FieldListProps } from './FieldList';
export { anchorOf } from '../../lib/anchorOf';
