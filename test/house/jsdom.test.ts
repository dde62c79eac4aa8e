import { testInDom } from '../support/unit-test.js';

testInDom('jsdom');
