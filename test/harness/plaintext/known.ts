import { Secrets } from '../lib/readable';
import { passwords, people, texts } from './people';

/** What is typed in every life; codes and keys are told while it goes on. */
export function typedSecrets(): Secrets {
  const secrets = new Secrets();
  for (const name of people.nominees) secrets.addText('a nominee’s name', name);
  for (const name of people.jurors) secrets.addText('a juror’s name', name);
  for (const [what, text] of Object.entries(texts)) secrets.addText(what, text);
  for (const [who, password] of Object.entries(passwords)) secrets.addText(`password, ${who}`, password);
  return secrets;
}
