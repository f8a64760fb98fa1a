import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult, type BasicPermission } from '@backstage/plugin-permission-common';
import {
  infraOverviewConfirmationCreatePermission,
  infraOverviewDriftNoteCreatePermission,
  infraOverviewSourceRefreshPermission,
  type ObservedAnswer,
} from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from './documents/DocumentSource';

/** Somebody who is signed in. */
export interface Person {
  readonly ref: string;
  /** The person and the groups it acts for. */
  readonly owns: ReadonlySet<string>;
}

/** Who a caller is and what they may do. */
export class Rights {
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    readonly permissions: PermissionsService;
    readonly userInfo: UserInfoService;
  }) {
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
  }

  async require(
    permission: BasicPermission,
    { credentials }: CallOptions,
    words: string,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorize([{ permission }], { credentials });
    if (decision?.result !== AuthorizeResult.ALLOW) throw new NotAllowedError(words);
  }

  /** @throws NotAllowedError for services, which have no word of their own */
  async person({ credentials }: CallOptions): Promise<Person> {
    if (!isPerson(credentials)) throw new NotAllowedError('Only a person can do this');
    const { userEntityRef, ownershipEntityRefs } = await this.#userInfo.getUserInfo(credentials);
    return { ref: userEntityRef, owns: new Set([userEntityRef, ...ownershipEntityRefs]) };
  }

  /** What the page offers. The writes themselves ask again. */
  async may(owner: string | undefined, options: CallOptions): Promise<ObservedAnswer['may']> {
    const { credentials } = options;
    if (!isPerson(credentials)) return { confirm: 'nothing', note: false, refresh: false };
    const [decisions, person] = await Promise.all([
      this.#permissions.authorize(
        [
          { permission: infraOverviewConfirmationCreatePermission },
          { permission: infraOverviewDriftNoteCreatePermission },
          { permission: infraOverviewSourceRefreshPermission },
        ],
        { credentials },
      ),
      this.person(options),
    ]);
    const [confirm, note, refresh] = decisions.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    return {
      confirm: wordOf(confirm === true, isOwner(person, owner)),
      note: note === true,
      refresh: refresh === true,
    };
  }
}

export function isOwner(person: Person, owner: string | undefined): boolean {
  return owner !== undefined && person.owns.has(owner.toLocaleLowerCase('en-US'));
}

function wordOf(isPermitted: boolean, owns: boolean): ObservedAnswer['may']['confirm'] {
  if (!isPermitted) return 'nothing';
  return owns ? 'all' : 'not-true';
}

function isPerson(
  credentials: BackstageCredentials,
): credentials is BackstageCredentials<BackstageUserPrincipal> {
  return (credentials.principal as { readonly type?: string }).type === 'user';
}
