/** Calm bars under the header: what happened and what to do. */
import { createStore, useStore } from 'zustand';
import { CallFailure, failureSentence } from '../bridge.js';

export type MessageTone = 'info' | 'success' | 'warning' | 'error';

export interface MessageAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Message {
  readonly id: number;
  readonly tone: MessageTone;
  readonly text: string;
  readonly actions: readonly MessageAction[];
}

const passesAfterMs = 12_000;
const mostMessages = 3;
let lastId = 0;

const store = createStore<{ readonly messages: readonly Message[] }>(() => ({ messages: [] }));

/** Shows a bar; good news passes by itself, the rest stays until closed. */
export function tell(tone: MessageTone, text: string, actions: readonly MessageAction[] = []): void {
  const id = (lastId += 1);
  const others = store.getState().messages.filter((message) => message.text !== text);
  store.setState({ messages: [...others, { id, tone, text, actions }].slice(-mostMessages) });
  if (tone === 'success' || tone === 'info') setTimeout(() => dismiss(id), passesAfterMs);
}

/** Shows the sentence of a failure; what the editor cancelled is none. */
export function tellFailure(failure: unknown): void {
  const isCancelled = failure instanceof CallFailure && failure.code === 'cancelled';
  tell(isCancelled ? 'info' : 'error', failureSentence(failure));
}

export function dismiss(id: number): void {
  store.setState({ messages: store.getState().messages.filter((message) => message.id !== id) });
}

export function messagesNow(): readonly Message[] {
  return store.getState().messages;
}

export function useMessages(): readonly Message[] {
  return useStore(store, ({ messages }) => messages);
}
