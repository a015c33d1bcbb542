/** Whether a pattern repeats, without end, a group that itself repeats without end: `(a+)+` can take for ever on one line. */
export function isRunaway(pattern: string): boolean {
  const groups: { isOpen: boolean }[] = [{ isOpen: false }];
  let isInClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const letter = pattern[at];
    if (letter === '\\') at += 1;
    else if (isInClass) isInClass = letter !== ']';
    else if (letter === '[') isInClass = true;
    else if (letter === '(') groups.push({ isOpen: false });
    else if (letter === ')') {
      const group = groups.pop();
      const outer = groups.at(-1);
      const repeats = isEndless(pattern.slice(at + 1));
      if (group?.isOpen && repeats) return true;
      if (outer && (group?.isOpen || repeats)) outer.isOpen = true;
    } else if (isEndless(pattern.slice(at))) {
      const group = groups.at(-1);
      if (group) group.isOpen = true;
    }
  }
  return false;
}

function isEndless(rest: string): boolean {
  return /^(?:[*+]|\{\d+,\})/u.test(rest);
}
