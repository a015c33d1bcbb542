// @vitest-environment window
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { KeepingHeader } from '../../../../renderer/keeping/keeping-header.js';
import { contributorStore } from '../../../../renderer/state/contributor.js';

afterEach(() => {
  cleanup();
  contributorStore.setState({ isAsked: false });
});

it('says how much is kept: issues in an office, manuscripts in a unit', () => {
  expect(render(<KeepingHeader />).container.textContent).toBe('保管资料库 0 期');
  cleanup();
  contributorStore.setState({ isAsked: true });
  expect(render(<KeepingHeader />).container.textContent).toBe('保管资料库 稿件 0 篇');
});
