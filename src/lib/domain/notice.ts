/** Which text on who sees what somebody agreed to when joining; a new text is a new version (`/privacy`). */
export const NOTICE_VERSION = '2026-11';
