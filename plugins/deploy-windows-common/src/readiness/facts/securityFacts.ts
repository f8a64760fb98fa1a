import type { Fact } from './fact';
import { stageNamed } from './stageNamed';
import type { Surroundings } from './surroundings';
import { derivedFact, distinct, otherFact, valueFact } from './values';

/** Which attacks and scans it is tried with. */
export function securityFacts(around: Surroundings) {
  const security = around.document.at('security');
  const penTest = security.at('penTest');
  const vulnScan = security.at('vulnScan');
  return {
    'security.penTest.tool': valueFact(penTest.at('tool')),
    'security.penTest.stage': derivedFact(penTest.at('environment'), name =>
      stageNamed(name, around.effective),
    ),
    'security.penTest.pipeline': valueFact(penTest.at('pipeline')),
    'security.vulnScan.tool': valueFact(vulnScan.at('tool')),
    'security.vulnScan.cadence': valueFact(vulnScan.at('cadence')),
    'security.vulnScan.environments': scannedEnvironments(around),
    'security.vulnScan.coversThis': coversThis(around),
  };
}

/** As they are written, in lower case; the one in hand by its name where it is among them by its stage. */
function scannedEnvironments(around: Surroundings): Fact {
  const scanned = scannedWords(around);
  if (scanned.value === undefined) return otherFact(scanned);
  const words = scanned.value.map(word => word.toLowerCase());
  const own = isAmong(words, around) ? [around.view.environment.toLowerCase()] : [];
  return { state: 'texts', values: distinct([...words, ...own]), origin: scanned.origin };
}

function coversThis(around: Surroundings): Fact {
  return derivedFact(scannedWords(around), words =>
    isAmong(
      words.map(word => word.toLowerCase()),
      around,
    ),
  );
}

function scannedWords({ document }: Surroundings) {
  return document.at('security').at('vulnScan').at('environments');
}

/** By its name or by its stage. */
function isAmong(words: readonly string[], { view, effective }: Surroundings): boolean {
  const { environment } = view;
  return (
    words.includes(environment.toLowerCase()) || words.includes(stageNamed(environment, effective))
  );
}
