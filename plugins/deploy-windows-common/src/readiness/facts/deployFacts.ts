import type { Fact } from './fact';
import { partiesFact } from './peopleFacts';
import type { Surroundings } from './surroundings';
import { otherFact, textsFact, valueFact } from './values';

/** How a version gets out, and back. */
export function deployFacts(around: Surroundings) {
  const deploy = around.environment.at('deploy');
  const artifact = deploy.at('artifact');
  return {
    'deploy.command': valueFact(deploy.at('command')),
    'deploy.pipeline': valueFact(deploy.at('pipeline')),
    'deploy.by': partiesFact(deploy.at('by'), around),
    'deploy.strategy': strategy(around),
    'deploy.migrations': valueFact(deploy.at('migrations')),
    'deploy.snapshotBefore': valueFact(deploy.at('snapshotBefore')),
    'deploy.rollback': valueFact(deploy.at('rollback')),
    'artifact.kind': valueFact(artifact.at('kind')),
    'artifact.pruned': valueFact(artifact.at('pruned')),
    'artifact.builtIn': valueFact(artifact.at('builtIn')),
    'artifact.lockfiles': textsFact(artifact.at('lockfiles')),
  };
}

/** Where visitors see a maintenance page meanwhile, the old version is gone before the new one is there. */
function strategy({ environment }: Surroundings): Fact {
  const stated = environment.at('deploy').at('strategy');
  const duringDeploy = environment.at('maintenance').at('duringDeploy');
  if (stated.state !== 'not-stated' || duringDeploy.value !== true) {
    return stated.state === 'stated' ? valueFact(stated) : otherFact(stated);
  }
  return { state: 'stated', value: 'recreate', origin: duringDeploy.origin };
}
