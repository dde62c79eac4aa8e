// What is said in the console of this page, for the test beside it.
/** @type {string[]} */
const said = [];
window.said = said;
console.warn = (...words) => void said.push(words.map(String).join(' '));
