/** Characters that notes and policies do not have. */

const FIRST_VISIBLE = 0x20;
const DELETE = 0x7f;

/** Whether a text has a control character of ASCII but those. */
export const hasControls = (text: string, allowed: string): boolean =>
  Array.from(text).some((character) => {
    const code = character.charCodeAt(0);
    return (code < FIRST_VISIBLE || code === DELETE) && !allowed.includes(character);
  });
