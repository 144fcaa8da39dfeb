# language: zh-CN
# Written by porspec sync from features/en/delete-partner.feature (4c4145da87eb). To keep an edit, run: porspec sync --from zh
功能: 从订阅中删除合作伙伴
  如果不再需要某个合作伙伴担任订阅的在录合作伙伴，可以将其删除。

  背景:
    假如 我已登录管理中心
    并且 我有订阅 "Office 365 E3" 和 "Visio Plan 2"
    并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴

  # The clouds differ by one value only, the page: one outline, and a row for each page.
  @assumption
  场景大纲: 删除合作伙伴
    当 我转到 "<页面>" 页面
    并且 我选择订阅 "Office 365 E3"
    并且 我在 "合作伙伴 ID" 下选择 "编辑在录合作伙伴"
    并且 我在 "合作伙伴信息" 页面上清空 "合作伙伴 ID" 框
    并且 我选择 "提交" 按钮
    那么 我的订阅 "Office 365 E3" 不再有在录合作伙伴
    并且 在 "<页面>" 页面上，订阅 "Office 365 E3" 没有显示合作伙伴 ID

    @o365-worldwide @assumption
    例子:
      | 页面              |
      | 计费 > 产品和服务 |

    @o365-germany @o365-21vianet @assumption
    例子:
      | 页面        |
      | 计费 > 订阅 |

  @assumption
  规则: 其他订阅不会有任何更改
    该合作伙伴也会保留与你的其他关系。

    场景: 担任两个订阅的在录合作伙伴时，只失去其中一个订阅
      假如 "Contoso" 是订阅 "Visio Plan 2" 的在录合作伙伴
      当 我清空订阅 "Office 365 E3" 的 ID 框并选择 "提交"
      那么 订阅 "Office 365 E3" 没有在录合作伙伴
      并且 "Contoso" 是订阅 "Visio Plan 2" 的在录合作伙伴
      并且 在列表中，订阅 "Office 365 E3" 没有显示合作伙伴 ID
      当 我清空订阅 "Visio Plan 2" 的 ID 框并选择 "提交"
      那么 所有订阅都没有在录合作伙伴
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面未列出任何合作伙伴
      并且 显示消息 "此处没有内容"

    场景: 与合作伙伴的其他关系保持不变
      假如 "Contoso" 是我的委派管理员
      并且 "Contoso" 是我的经销商
      并且 我还与经销商 "Tailspin Toys"、委派管理员 "Northwind Traders" 以及订阅 "Project Plan 3" 的在录合作伙伴 "Litware" 合作
      当 我清空订阅 "Office 365 E3" 的 ID 框并选择 "提交"
      那么 订阅 "Office 365 E3" 没有在录合作伙伴
      并且 我的委派管理员是 "Contoso" 和 "Northwind Traders"
      并且 经销商 "Tailspin Toys"、委派管理员 "Northwind Traders" 以及订阅 "Project Plan 3" 的在录合作伙伴 "Litware" 没有任何变化
      并且 没有显示任何消息
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面将 "Contoso" 显示为 "委派管理员" 和 "经销商"
      并且 页面列出 "4" 个名称
      并且 没有显示任何消息
      当 我选择合作伙伴 "Contoso"
      那么 "删除" 显示为灰色

    场景: 已删除的合作伙伴可以重新添加
      假如 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      并且 "Fabrikam" 是订阅 "Visio Plan 2" 的在录合作伙伴
      当 我向合作伙伴 "Fabrikam" 询问其 Microsoft 合作伙伴 ID
      并且 我清空订阅 "Visio Plan 2" 的 ID 框并选择 "提交"
      并且 我为订阅 "Office 365 E3" 键入 ID "3214567" 并选择 "提交"
      那么 订阅 "Visio Plan 2" 没有在录合作伙伴
      并且 "Fabrikam" 是订阅 "Office 365 E3" 的在录合作伙伴
      并且 我知道 Microsoft 合作伙伴 ID "3214567"

  @assumption
  规则: 只有清空 ID 框才会删除合作伙伴
    框中仍有内容，合作伙伴会保留。请清空该框，然后再次选择**提交**。

    场景: 错误的 ID 不会删除合作伙伴
      假如 没有合作伙伴使用 Microsoft 合作伙伴 ID "9999999"
      当 我为订阅 "Office 365 E3" 键入 ID "9999999" 并选择 "提交"
      那么 显示消息 "没有合作伙伴使用此 ID"
      并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴

    场景: 键入错误的 ID 后，第二次“提交”不会删除合作伙伴
      假如 没有合作伙伴使用 Microsoft 合作伙伴 ID "9999999"
      当 我为订阅 "Office 365 E3" 键入 ID "9999999" 并选择 "提交"
      并且 我选择 "提交" 按钮
      那么 框中的 ID 是 "9999999"
      并且 显示消息 "没有合作伙伴使用此 ID"
      并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴

    场景: 仅包含空格的框视为空
      当 我为订阅 "Office 365 E3" 键入 ID "  " 并选择 "提交"
      那么 订阅 "Office 365 E3" 没有在录合作伙伴
      并且 没有显示任何消息
      并且 我无法选择 "提交"
