// Asks for undefined steps of features, and for what is offered after the first words of a step.
import { readFileSync } from "node:fs"
import * as service from "@cucumber/language-service"
import { WasmParserAdapter } from "@cucumber/language-service/wasm"
const [glue, begun, ...features] = process.argv.slice(2)
const adapter = new WasmParserAdapter("node_modules/@cucumber/language-service/dist")
await adapter.init()
const source = { languageName: "javascript", uri: "file:///glue.js", content: readFileSync(glue, "utf8") }
const { expressionLinks, errors, registry } = new service.ExpressionBuilder(adapter).build([source], [])
const expressions = expressionLinks.map((each) => each.expression)
const texts = features.map((each) => readFileSync(each, "utf8"))
const undefined_ = texts.flatMap((text) => service.getGherkinDiagnostics(text, expressions)).map((each) => each.message)
const steps = texts.flatMap((text) => text.split("\n").map((line) => line.trim().split(" ").slice(1).join(" ")))
const index = service.jsSearchIndex(service.buildSuggestions(registry, steps, expressions))
const offered = JSON.parse(begun).map((words) => {
  const text = `Feature: One\n  Scenario: One\n    When ${words}`
  const cursor = { line: 2, character: 9 + words.length }
  return service.getGherkinCompletionItems(text, cursor, index).map((each) => each.label)
})
console.log(JSON.stringify({ errors: errors.map((each) => each.message), undefined: undefined_, offered }))
