import { DataTable, ToneText } from '../../kit';
import { useLooked } from '../../observed/context';
import { LookAgain } from './LookAgain';
import { SOURCE_STATE_COLUMNS } from './sourceStateColumns';

/** Who looks at what is really there, how they are doing, and the wish to look now. */
export const ObservedSources = () => {
  const looked = useLooked();
  if (looked.state === 'loading') return null;
  const sources = looked.state === 'answered' ? looked.answer.sources : [];
  return (
    <>
      <h3>Sources that look</h3>
      {looked.state === 'failed' && (
        <p>
          <ToneText tone="unknown">Nobody could be asked how they are doing.</ToneText>
        </p>
      )}
      {looked.state === 'answered' && sources.length === 0 && (
        <p>No source looks at this project.</p>
      )}
      {sources.length > 0 && (
        <DataTable
          caption="Sources that look at what is really there"
          columns={SOURCE_STATE_COLUMNS}
          rows={sources}
          rowKey={({ source }) => source}
        />
      )}
      {looked.state === 'answered' && sources.length > 0 && (
        <LookAgain may={looked.answer.may.refresh} />
      )}
    </>
  );
};
