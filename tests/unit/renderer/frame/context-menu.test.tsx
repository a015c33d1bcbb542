// @vitest-environment window
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ContextMenu } from '../../../../renderer/frame/context-menu.js';
import { textTarget } from '../../../../renderer/ui/text-target.js';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

// The browser tells of a selection in a later turn; a menu opened at once must not offer to cut what is selected no more.
it('knows what is selected at the moment it opens', () => {
  const field = document.body.appendChild(document.createElement('textarea'));
  field.value = '示例区';
  field.focus();
  field.setSelectionRange(1, 1);
  textTarget.setState({ element: field, hasSelection: true, canChange: true }, true);
  render(<ContextMenu />);
  fireEvent.contextMenu(field);
  expect(textTarget.getState()).toMatchObject({ element: field, hasSelection: false });
});
