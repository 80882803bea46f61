// What pdf.js, the reader in Firefox, makes of a PDF: its pages as trees of roles with the words in them. Prints JSON.
"use strict";
const fs = require("fs");
const [folder, path] = process.argv.slice(2);
const pdfjs = require(`${folder}/pdf.js`);
pdfjs.GlobalWorkerOptions.workerSrc = `${folder}/pdf.worker.js`;

// Marked content's id -> its words, in the order of drawing.
async function wordsById(page) {
    const words = {};
    const open = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
        if (item.type === "endMarkedContent") {
            open.pop();
        } else if (item.type) {
            open.push(item.id || "");
        } else if (open.length && open[open.length - 1]) {
            const id = open[open.length - 1];
            words[id] = (words[id] || "") + item.str;
        }
    }
    return words;
}

function told(node, words) {
    if (node.type) {
        return words[node.id] || "";
    }
    return { role: node.role, alt: node.alt, children: (node.children || []).map((child) => told(child, words)) };
}

async function main() {
    const pdf = await pdfjs.getDocument({ data: new Uint8Array(fs.readFileSync(path)), disableFontFace: true }).promise;
    const titles = (items) => items.flatMap((item) => [item.title, ...titles(item.items)]);
    const pages = [];
    for (let number = 1; number <= pdf.numPages; number++) {
        const page = await pdf.getPage(number);
        pages.push(told(await page.getStructTree(), await wordsById(page)));
    }
    const result = { pages, mark: await pdf.getMarkInfo(), outline: titles(await pdf.getOutline()) };
    process.stdout.write(JSON.stringify(result));
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
