import { factAt, itemsOf, type InfraView, type List } from 'backstage-plugin-infra-overview-common';
import { FactText } from '../../kit';
import { SayMenu } from '../../observed/confirm/SayMenu';
import { useView } from '../../overview/context';
import type { ItemColumn } from './columns';
import { ItemTable } from './ItemTable';

export interface SublistProps<T> {
  readonly title: string;
  readonly list: List<T> | undefined;
  readonly at: string;
  readonly columns: readonly ItemColumn<T>[];
}

/** One of several lists of a section, under a heading of its own; says which kind of empty it is. */
export function Sublist<T extends object>({ title, list, at, columns }: SublistProps<T>) {
  return (
    <>
      <h3>{title}</h3>
      <Emptiness at={at} />
      <ItemTable caption={title} list={list} at={at} columns={columns} />
      {itemsOf(list).length > 0 && <SayMenu path={at} title={title} />}
    </>
  );
}

export interface EmptinessProps {
  readonly at: string;
  /** Of another environment than the chosen one. */
  readonly view?: InfraView;
}

/** "none", "not needed: reason" or "not stated" where the list at the path has no items; nothing where it has some. */
export function Emptiness({ at, view }: EmptinessProps) {
  const page = useView();
  const fact = factAt(view ?? page.view, at);
  switch (fact.state) {
    case 'stated':
      return null;
    case 'none':
      return <FactText state="none" />;
    case 'not-needed':
      return <FactText state="not-needed" text={`not needed: ${fact.reason}`} />;
    case 'not-stated':
      return <FactText state="not-stated" />;
    default:
      throw new Error(fact satisfies never);
  }
}
