import { trustKey } from '../../../shared/bundle/exchange-state.js';
import type { Manifest } from '../../../shared/bundle/manifest.js';
import type { Library } from '../library/library.js';
import { fingerprintOf } from './judge-key.js';

/** Remembers a sender's key as confirmed; with `replacing`, the unit's other keys are given up. */
export async function trustSender(
  library: Library,
  publicKey: string,
  { unit, device }: Manifest['origin'],
  decidedAt: string,
  replacing: boolean,
): Promise<void> {
  const key = { publicKey, unit, device, fingerprint: fingerprintOf(publicKey), decidedAt };
  await library.saveExchange(trustKey(await library.getExchange(), key, replacing));
  await library.note({ action: '信任签名', what: `${unit}（${key.fingerprint}）${replacing ? '，其旧签名不再信任' : ''}` });
}
