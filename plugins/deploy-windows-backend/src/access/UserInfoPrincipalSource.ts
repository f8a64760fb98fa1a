import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import { Briefly } from './Briefly';
import type { Principal, PrincipalSource } from './Principal';

const KEPT = 10_000;

/** Users with the groups they act for; services by their subject, for themselves alone. */
export class UserInfoPrincipalSource implements PrincipalSource {
  readonly #userInfo: UserInfoService;
  readonly #kept: Briefly<Principal>;

  constructor(options: { readonly userInfo: UserInfoService; readonly now: () => Instant }) {
    this.#userInfo = options.userInfo;
    this.#kept = new Briefly({ milliseconds: KEPT, now: options.now });
  }

  async principalOf(credentials: BackstageCredentials): Promise<Principal> {
    const principal = credentials.principal as
      BackstageUserPrincipal | BackstageServicePrincipal | { readonly type: 'other' };
    switch (principal.type) {
      case 'service':
        return { ref: serviceRef(principal.subject), memberOf: [] };
      case 'user':
        return this.#kept.get(principal.userEntityRef, async () => {
          const { userEntityRef, ownershipEntityRefs } =
            await this.#userInfo.getUserInfo(credentials);
          return {
            ref: userEntityRef,
            memberOf: ownershipEntityRefs.filter(ref => ref !== userEntityRef),
          };
        });
      default:
        throw new AuthenticationError('Sign in, or send a token');
    }
  }
}

/** `external:ci-noipm` for the token of a pipeline, `plugin:catalog` for one of the portal; never the name of a person. */
function serviceRef(subject: string): string {
  return /^(?:external|plugin):/.test(subject) ? subject : `external:${subject}`;
}
