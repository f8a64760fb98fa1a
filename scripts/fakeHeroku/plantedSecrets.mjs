// Values that look like what Heroku keeps secret, drawn at every start: none stands in a file, none opens anything. They sit in
// the places of Heroku's answers that nobody may read, so that a test can look for them everywhere else.
import { randomBytes } from 'node:crypto';

export function plantedSecrets() {
  const planted = [];
  const plant = value => {
    planted.push(value);
    return value;
  };
  const word = () => plant(randomBytes(16).toString('hex'));
  const address = (scheme, host) => {
    const [user, password] = [word(), word()];
    return plant(`${scheme}://${user}:${password}@${host}`);
  };
  return {
    /** Everything that was planted so far. */
    all: () => [...planted],
    word,
    databaseUrl: () => address('postgres', 'database.fake.invalid:5432/app'),
    drainUrl: () => address('syslog+tls', 'drain.fake.invalid:6514'),
    dumpUrl: () => plant(`https://dumps.fake.invalid/dump?signature=${word()}`),
    command: () => plant(`bin/start --key ${word()}`),
    certificate: () =>
      plant(['-----BEGIN', 'CERTIFICATE-----\n'].join(' ') + randomBytes(96).toString('base64')),
  };
}
