// The body of a page is empty: no engine goes through it.
export default function () {
  return {
    dir: { input: "content", output: "public", includes: "../layouts" },
    markdownTemplateEngine: false,
  };
}
