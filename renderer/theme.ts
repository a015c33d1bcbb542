import type { ThemeConfig } from 'antd';

/** Interface face: the system's Chinese sans, else the bundled 黑. */
export const interfaceFont =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Zhuanbao UI', sans-serif";

/** antd as the sketch draws it: 13 px, small controls, hairlines, no shadows but a dialog's, no motion. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#b3261e',
    colorError: '#b3261e',
    colorLink: '#8f1f19',
    colorSuccess: '#2e7d4f',
    colorWarning: '#b7791f',
    colorInfo: '#4a5b78',
    colorText: '#1f2328',
    colorTextSecondary: '#5f6672',
    colorBorder: '#d3d6dc',
    colorBorderSecondary: '#e3e5e9',
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
    boxShadowSecondary: '0 4px 16px rgba(20, 24, 32, 0.14)',
    colorBgMask: 'rgba(28, 32, 40, 0.3)',
    controlOutline: 'rgba(179, 38, 30, 0.12)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', contentFontSizeSM: 13, paddingInlineSM: 10 },
    Dropdown: { paddingBlock: 4 },
    Menu: { itemHeight: 28 },
    Tabs: { horizontalItemPadding: '6px 0' },
    Modal: { titleFontSize: 15 },
  },
};
