/** What is packed, where it goes, and what is known of it before it is written. */
import { useEffect, useState } from 'react';
import { bundleKinds, type BundleKindId } from '../../shared/bundle/bundle-kinds.js';
import type { CallResponse } from '../../shared/ipc.js';
import { call, CallFailure, failureSentence } from '../bridge.js';
import { useExchange, whilePacking } from '../state/exchange.js';
import { flushWindow } from '../state/flush-window.js';
import { useJob } from '../state/use-job.js';
import type { NewPassphrase } from './passphrase-fields.js';

export interface PackTarget {
  readonly handle: string;
  readonly name: string;
  readonly isStick: boolean;
}

export interface PackOrder {
  readonly kind: BundleKindId;
  readonly keys: readonly string[];
  readonly to: string;
  /** As the editor typed it; the suggested one while absent. */
  readonly baseName: string | undefined;
  readonly target: PackTarget | undefined;
  readonly passphrase: NewPassphrase;
}

type PackPlan = CallResponse<'pack.plan'>;
export type Written = CallResponse<'pack.run'>;

const replanAfterMs = 200;

/** Whether a place can be written to as far as the list of sticks tells; any other folder is looked at when the plan is asked. */
export function isPresent(target: PackTarget | undefined, sticks: readonly { readonly handle: string }[]): boolean {
  return target !== undefined && (!target.isStick || sticks.some(({ handle }) => handle === target.handle));
}

export function isComplete({ kind, keys }: Pick<PackOrder, 'kind' | 'keys'>): boolean {
  return keys.length > 0 || bundleKinds.find(({ id }) => id === kind)?.chooses === 'nothing';
}

/**
 * The order with the first stick as its target, until the editor chooses. A stick that is pulled out stays the target while no
 * other comes: the plan then says that it is gone, instead of the choice going away without a word.
 */
export function usePackOrder(kind: BundleKindId, keys: readonly string[]) {
  const sticks = useExchange((state) => state.sticks);
  const [order, setOrder] = useState<PackOrder>({
    kind,
    keys,
    to: '',
    baseName: undefined,
    target: undefined,
    passphrase: undefined,
  });
  const [last, setLast] = useState<PackTarget>();
  const first = sticks.find(({ isReadOnly }) => !isReadOnly);
  if (first !== undefined && first.handle !== last?.handle) setLast({ handle: first.handle, name: first.name, isStick: true });
  const target = order.target ?? last;
  const change = (part: Partial<PackOrder>): void => setOrder((now) => ({ ...now, ...part }));
  return { order: { ...order, target }, sticks, change };
}

/** What the bundle would hold, asked again whenever the order changes, or its place comes or goes. */
export function usePackPlan({ kind, keys, to, baseName, target }: PackOrder, isThere: boolean) {
  const [found, setFound] = useState<{ readonly plan?: PackPlan; readonly failure?: string }>({});
  const folder = target?.handle;
  const asked = JSON.stringify({ kind, keys, to, baseName, folder });
  useEffect(() => {
    const request = JSON.parse(asked) as Parameters<typeof call<'pack.plan'>>[1];
    if (!isComplete(request)) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      const told = planPack(request).then(
        (plan) => ({ plan }),
        (failure: unknown) => ({ failure: failureSentence(failure) }),
      );
      void told.then((next) => isWanted && setFound(next));
    }, replanAfterMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [asked, isThere]);
  return isComplete({ kind, keys }) ? found : {};
}

/** What is on screen is what is packed: the issue, or the manuscript, is saved before the services read it. */
async function planPack(request: Parameters<typeof call<'pack.plan'>>[1]): Promise<PackPlan> {
  await flushWindow();
  return call('pack.plan', request);
}

/** Writes the bundle with progress and a way to cancel. */
export function usePackRun() {
  const job = useJob('pack.run');
  const [written, setWritten] = useState<Written>();
  const [failure, setFailure] = useState<string>();
  const run = async ({ kind, keys, to, target, passphrase }: PackOrder, baseName: string): Promise<void> => {
    if (target === undefined) return;
    setFailure(undefined);
    const seal = passphrase === undefined ? {} : { passphrase: passphrase.first };
    try {
      setWritten(await whilePacking(() => job.start({ kind, keys: [...keys], to, folder: target.handle, baseName, ...seal })));
    } catch (reason) {
      const isCancelled = reason instanceof CallFailure && reason.code === 'cancelled';
      setFailure(isCancelled ? '已取消，没有导出。' : failureSentence(reason));
    }
  };
  return { job, written, failure, run };
}
