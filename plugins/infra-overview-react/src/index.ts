/**
 * The one place that knows which UI library draws. Pages of both plugins are written with these.
 *
 * @packageDocumentation
 */
export { cx } from './kit/cx';
export { toneIcon, toneWord } from './kit/toneIcon';
export { ToneText, type ToneTextProps } from './kit/ToneText';
export { Muted } from './kit/Muted';
export { StateChip, type StateChipProps } from './kit/StateChip';
export { OutsideLink, type OutsideLinkProps } from './kit/OutsideLink';
export { safeHref } from './kit/safeHref';
export { CopyButton, type CopyButtonProps } from './kit/CopyButton';
export { ChipChoice, type Choice, type ChipChoiceProps } from './kit/ChipChoice';
export { Fold, type FoldProps } from './kit/Fold';
export { SectionCard, type SectionCardProps } from './kit/SectionCard';
export { DataTable, type DataColumn, type DataTableProps } from './kit/DataTable';
export type { TableSort } from './kit/useSortedRows';
export { SectionBoundary } from './kit/SectionBoundary';
export { SidePanel, type SidePanelProps } from './kit/SidePanel';
export { Steps, type Step } from './kit/Steps';
export { Lines } from './kit/Lines';
export { FormDialog, type FormDialogProps } from './kit/FormDialog';
export { InputField, type InputFieldProps } from './kit/InputField';
export { failureOf, type Failure } from './ask/failureOf';
export { useAsked, type Asked } from './ask/useAsked';
export { FailedRequest, type FailedRequestProps } from './states/FailedRequest';
export { currentInstant } from './time/clock';
export { useNow } from './time/useNow';
export { useAgainIn } from './time/useAgainIn';
export { useSettled } from './time/useSettled';
// Class names, for the few components of a plugin that look like one of these.
export { default as cardStyles } from './kit/SectionCard.module.css';
export { default as linkStyles } from './kit/Link.module.css';
export { default as tableStyles } from './kit/DataTable.module.css';
