import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folder of the browser's own files for the window of one library; libraries do not share a window. */
export function profileFolder(userData: string, libraryFolder: string): string {
  return join(userData, '窗口', createHash('sha256').update(resolve(libraryFolder)).digest('hex').slice(0, 16));
}

/** 2 = block, in Chromium's content settings. */
const denied = 2;
const permissions = [
  'notifications',
  'geolocation',
  'media_stream_camera',
  'media_stream_mic',
  'midi_sysex',
  'push_messaging',
  'sensors',
  'payment_handler',
  'usb_guard',
  'serial_guard',
  'bluetooth_guard',
  'hid_guard',
  'popups',
  'automatic_downloads',
  'local_fonts',
  'window_placement',
  'idle_detection',
];

const preferences = {
  intl: { selected_languages: 'zh-CN', accept_languages: 'zh-CN' },
  translate: { enabled: false },
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  autofill: { profile_enabled: false, credit_card_enabled: false },
  signin: { allowed: false, allowed_on_next_startup: false },
  search: { suggest_enabled: false },
  net: { network_prediction_options: denied },
  safebrowsing: { enabled: false },
  browser: { enable_spellchecking: false, check_default_browser: false, has_seen_welcome_page: true },
  profile: {
    password_manager_enabled: false,
    default_content_setting_values: Object.fromEntries(permissions.map((name) => [name, denied])),
  },
};

/** Makes a profile that asks nothing: no translation, passwords, form filling, sign-in or permissions. */
export function prepareProfile(folder: string): void {
  const inner = join(folder, 'Default');
  mkdirSync(inner, { recursive: true });
  const file = join(inner, 'Preferences');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(preferences));
}
