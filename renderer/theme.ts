import { theme as antd, type ThemeConfig } from 'antd';
import type { Scheme } from '../shared/scheme.js';
import { interfaceFont, token, type TokenName } from './styles/tokens.js';

/** antd as the sketch draws it: 13 px, small controls, hairlines, no shadows but a dialog's, no motion. */
export function themeOf(scheme: Scheme): ThemeConfig {
  const of = (name: TokenName): string => token(name, scheme);
  return {
    algorithm: scheme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: of('red-fill'),
      colorError: of('red'),
      colorLink: of('link'),
      colorSuccess: of('green'),
      colorWarning: of('amber'),
      colorInfo: of('tag-ink'),
      colorText: of('ink'),
      colorTextSecondary: of('ink-soft'),
      colorBorder: of('line-strong'),
      colorBorderSecondary: of('line'),
      colorBgBase: of('sheet'),
      colorBgContainer: of('sheet'),
      colorBgElevated: of('raised'),
      colorTextPlaceholder: of('ink-faint'),
      fontFamily: interfaceFont,
      fontSize: 13,
      fontSizeSM: 13,
      controlHeight: 28,
      controlHeightSM: 26,
      borderRadius: 4,
      borderRadiusSM: 4,
      borderRadiusLG: 6,
      motion: false,
      boxShadow: 'none',
      boxShadowSecondary: `0 4px 16px ${of('shadow')}`,
      colorBgMask: of('mask'),
      controlOutline: of('ring'),
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', contentFontSizeSM: 13, paddingInlineSM: 10 },
      Dropdown: { paddingBlock: 4 },
      Menu: { itemHeight: 28 },
      Tabs: { horizontalItemPadding: '6px 0' },
      Modal: { titleFontSize: 15 },
    },
  };
}
