/** Which side of a conflict to take; `both` where both can stand in print. */
export type Choice = 'ours' | 'theirs' | 'both';

/** A place that both sides changed in different ways. Texts are absent where that side has nothing there. */
export interface Conflict {
  /** Names the place: the same on both machines. */
  readonly id: string;
  /** Where it is, in Chinese: 《示例区开展宣讲》第2段. */
  readonly label: string;
  readonly base?: string;
  readonly ours?: string;
  readonly theirs?: string;
  readonly choices: readonly Choice[];
  /** What is done unless the editor says otherwise: it never lets go of a text. */
  readonly proposal: Choice;
}

/** What the editor decided, by a conflict's id; conflicts that are not in it follow their proposal. */
export type Answers = Readonly<Record<string, Choice>>;

export function choiceOf({ id, choices, proposal }: Conflict, answers: Answers): Choice {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return answer !== undefined && choices.includes(answer) ? answer : proposal;
}

/** A value merged as far as it goes by itself, with what only the editor can decide. */
export interface Merged<Value> {
  readonly value: Value;
  readonly conflicts: readonly Conflict[];
}
