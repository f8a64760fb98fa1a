import type { JsonObject } from '@backstage/types';
import {
  fieldPath,
  isNotNeeded,
  itemKey,
  itemPath,
  type InfraView,
  type NotNeeded,
} from 'backstage-plugin-infra-overview-common';
import type { FactOrigin } from './fact';
import { originAt } from './originAt';

/** What is left of a value once `none`, "not needed" and "not stated" are states of their own. */
export type Content<V> = Exclude<V, undefined | 'none' | NotNeeded>;

type ItemOf<T> = T extends readonly (infer Item)[] ? Item : never;

/** The four states at one place of the document. `at` is the place that says so, which may lie above the one asked for. */
type Statement<T> =
  | { readonly state: 'stated'; readonly value: T }
  | { readonly state: 'none'; readonly at: string }
  | { readonly state: 'not-needed'; readonly reason: string; readonly at: string }
  | { readonly state: 'not-stated' };

/**
 * A place in the document as one environment sees it. Whoever goes further down from "none", "not needed" or "not stated" gets
 * the same answer, so no fact has to ask twice.
 */
export class Said<T> {
  readonly #view: InfraView;
  /** Below `spec.infra`; of what is not stated, where it would be written. */
  readonly path: string;
  readonly #statement: Statement<T>;

  private constructor(view: InfraView, path: string, statement: Statement<T>) {
    this.#view = view;
    this.path = path;
    this.#statement = statement;
  }

  static document(view: InfraView): Said<InfraView['document']> {
    return new Said(view, '', { state: 'stated', value: view.document });
  }

  /** An item that a list does not have: it says what the list says, or nothing. */
  static missing<T>(list: Said<unknown>, name: string): Said<T> {
    const ended = list.#statement;
    const path = itemPath(list.path, name);
    if (ended.state === 'stated') return new Said<T>(list.#view, path, { state: 'not-stated' });
    return new Said<T>(list.#view, path, ended);
  }

  get state(): Statement<T>['state'] {
    return this.#statement.state;
  }

  /** Undefined in every state but stated. */
  get value(): T | undefined {
    return this.#statement.state === 'stated' ? this.#statement.value : undefined;
  }

  get reason(): string {
    return this.#statement.state === 'not-needed' ? this.#statement.reason : '';
  }

  get origin(): FactOrigin {
    const { state } = this.#statement;
    const at = state === 'none' || state === 'not-needed' ? this.#statement.at : this.path;
    return originAt(this.#view, at);
  }

  /** A field of it. */
  at<Key extends keyof T & string>(key: Key): Said<Content<T[Key]>> {
    const path = fieldPath(this.path, key);
    if (this.#statement.state !== 'stated') return new Said(this.#view, path, this.#statement);
    return new Said(
      this.#view,
      path,
      statementOf<Content<T[Key]>>(this.#statement.value[key], path),
    );
  }

  /** Items of a list, without those that are not needed. None of what is not a list. */
  get items(): readonly Said<ItemOf<T>>[] {
    return this.#all.filter(item => item.state !== 'not-needed');
  }

  /** Items that are refused, with the reason each gives. */
  get refused(): readonly Said<ItemOf<T>>[] {
    return this.#all.filter(item => item.state === 'not-needed');
  }

  get #all(): readonly Said<ItemOf<T>>[] {
    const list: unknown = this.value;
    if (!Array.isArray(list)) return [];
    return list.map((item: unknown, index) => {
      const path = itemPath(this.path, keyOf(this.path, item) ?? String(index + 1));
      return new Said(this.#view, path, itemStatement<ItemOf<T>>(item, path));
    });
  }
}

function statementOf<T>(value: unknown, path: string): Statement<T> {
  if (value === undefined || value === null) return { state: 'not-stated' };
  if (value === 'none') return { state: 'none', at: path };
  if (isNotNeeded(value)) return { state: 'not-needed', reason: value.notNeeded, at: path };
  return { state: 'stated', value: value as T };
}

function itemStatement<T>(item: unknown, path: string): Statement<T> {
  if (isNotNeeded(item)) {
    return { state: 'not-needed', reason: item.notNeeded, at: fieldPath(path, 'notNeeded') };
  }
  return { state: 'stated', value: item as T };
}

function keyOf(listPath: string, item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  return itemKey(listPath, item as JsonObject);
}
