// @vitest-environment window
import { afterEach, describe, expect, it } from 'vitest';
import { followTextTarget, lookAtTextTarget, textTarget } from '../../../../renderer/ui/text-target.js';

afterEach(() => document.body.replaceChildren());

describe('the field that is typed in', () => {
  it('is known with what is selected in it at the moment it is asked for, told of by the browser or not', () => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.value = '示例区';
    const stop = followTextTarget();
    field.setSelectionRange(0, 2);
    field.focus();
    lookAtTextTarget();
    expect(textTarget.getState()).toMatchObject({ element: field, hasSelection: true });
    field.setSelectionRange(2, 2);
    lookAtTextTarget();
    expect(textTarget.getState().hasSelection).toBe(false);
    stop();
  });
});
