// @vitest-environment window
import { expect, it } from 'vitest';
import { followInterfaceZoom } from '../../../../renderer/state/interface-zoom.js';
import { settingsStore } from '../../../../renderer/state/settings.js';

it('draws the interface in the size that was set, and tells style sheets how large that is', () => {
  followInterfaceZoom();
  const { style } = document.documentElement;
  settingsStore.setState({ values: { 'interface.zoom': 125 } });
  expect([style.zoom, style.getPropertyValue('--zoom')]).toEqual(['1.25', '1.25']);
  settingsStore.setState({ values: {} });
  expect([style.zoom, style.getPropertyValue('--zoom')]).toEqual(['1', '1']);
});
