import { contributorSchema } from '../../../shared/submissions/contributor-schema.js';
import { contributorSetting, type Contributor } from '../../../shared/submissions/contributor.js';
import type { Library } from '../library/library.js';

/** The unit this library is for; undefined in an office's. */
export async function readContributor(library: Library): Promise<Contributor | undefined> {
  const parsed = contributorSchema.safeParse((await library.getSettings())[contributorSetting]);
  return parsed.success ? parsed.data : undefined;
}

/** Without a contributor the library is an office's again; what was written in it stays. */
export function saveContributor(library: Library, contributor: Contributor | undefined): Promise<void> {
  if (contributor === undefined) return library.setSetting(contributorSetting, null);
  const { signedBy, ...known } = contributor;
  return library.setSetting(contributorSetting, signedBy === undefined ? known : { ...known, signedBy });
}
