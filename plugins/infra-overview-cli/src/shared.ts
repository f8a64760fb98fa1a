/** What another command that reads catalog files and answers typing errors needs too. */
export { closest } from './arguments/closest';
export {
  entitiesIn,
  isCatalogText,
  type FileDocument,
  type ReadFile,
} from './catalogFiles/entitiesIn';
