/**
 * The examples of a Markdown file, and what they say that they print.
 */
import { text } from './harness.mjs';

/** The fenced blocks of a Markdown file whose info string is that one, each with the heading above it. */
export function blocks(file, info) {
  let heading = '';
  const found = [];
  for (const [, title, language, code] of text(file).matchAll(/^## (.+)$|^```(.*)\n([^]*?)^```$/gm)) {
    if (title) heading = title;
    else if (language === info) found.push({ heading, code });
  }
  return found;
}

/** What an example says that it prints: the comments behind its calls of `console.log`, or in lines of their own below one. */
export function printed(code) {
  const lines = [];
  let below = false;
  for (const line of code.split('\n')) {
    const [, said] = /console\.log\(.*\);? \/\/ (.+)$/.exec(line) ?? [];
    const [, alone] = /^\/\/ (.+)$/.exec(line) ?? [];
    if (said) lines.push(said);
    else if (alone && below) lines.push(alone);
    below = (below && alone !== undefined) || (/console\.log\(/.test(line) && !said);
  }
  return lines;
}
