// Writes the custom elements manifest of the package, by which editors know the element: from its source and its tags in it.
//   node elements.mjs <source of the element> <folder of the package>
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { create, ts } from '@custom-elements-manifest/analyzer';

const [file, folder] = process.argv.slice(2);
const source = ts.createSourceFile('element.js', fs.readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
const manifest = create({ modules: [source] });

const { PledgeBoardElement } = await import(pathToFileURL(path.join(folder, 'element.js')).href);
const [module] = manifest.modules;
const element = module.declarations.find(({ name }) => name === 'PledgeBoardElement');
// The analyzer takes private members, and what is set on other objects, for members too.
element.members = element.members.filter(({ name }) => Object.hasOwn(PledgeBoardElement.prototype, name));
// On a server it is another one.
element.superclass = { name: 'HTMLElement' };
module.declarations = [element];
module.exports = module.exports.filter(({ declaration }) => declaration.name === element.name);
manifest.modules.push({ kind: 'javascript-module', path: 'inline.js', declarations: [], exports: module.exports });

delete manifest.readme;
fs.writeFileSync(path.join(folder, 'custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
