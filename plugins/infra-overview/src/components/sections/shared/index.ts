/** What the sections share. Nothing outside of this folder's parent imports from here. */
export { About } from './About';
export { BlockFields } from './BlockFields';
export { ChoiceButtons } from './ChoiceButtons';
export {
  detailsColumn,
  fieldColumn,
  ifStated,
  nameColumn,
  spokenColumns,
  wordsColumn,
  type ItemColumn,
} from './columns';
export { FieldFact } from './FieldFact';
export { GroupedTable, type RowGroup } from './GroupedTable';
export { grouped } from './grouped';
export { ItemName } from './ItemName';
export { ItemTable } from './ItemTable';
export { LevelChip } from './LevelChip';
export { levelRank, mustFirst } from './levelRank';
export { Reference, References } from './Reference';
export { Rules } from './Rules';
export { scopeWords } from './scopeWords';
export { shownItem, shownItems, type Shown } from './shownItems';
export { Demand } from './Demand';
export { elementOf } from './elementOf';
export { Emptiness, Sublist } from './Sublist';
export { findItem } from './lists';
