# language: zh-CN
# Written by porspec sync from features/en/change-partner.feature (2e2b2242ff3f). To keep an edit, run: porspec sync --from zh
功能: 更改订阅的合作伙伴
  如果改由其他合作伙伴担任你的顾问，请将其设为订阅的在录合作伙伴。

  背景:
    假如 我已登录管理中心
    并且 我有订阅 "Office 365 E3" 和 "Visio Plan 2"
    并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴

  # The clouds differ by one value only, the page: one outline, and a row for each page.
  @assumption
  场景大纲: 更改合作伙伴
    假如 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
    当 我转到 "<页面>" 页面
    并且 我选择订阅 "Office 365 E3"
    并且 我在 "合作伙伴 ID" 下选择 "编辑在录合作伙伴"
    并且 我在 "合作伙伴 ID" 框中键入新的 ID "3214567"
    并且 我选择 "检查 ID" 按钮
    并且 我选择 "提交" 按钮
    那么 "Fabrikam" 是订阅 "Office 365 E3" 的在录合作伙伴
    并且 订阅 "Visio Plan 2" 没有在录合作伙伴
    并且 在 "<页面>" 页面上，订阅 "Office 365 E3" 的合作伙伴 ID 显示为 "3214567"

    @o365-worldwide
    例子:
      | 页面              |
      | 计费 > 产品和服务 |

    @o365-germany @o365-21vianet
    例子:
      | 页面        |
      | 计费 > 订阅 |

  @assumption
  规则: 新 ID 必须属于另一个合作伙伴
    请向新合作伙伴索取其 ID，并更正键入的内容。**提交**也会拒绝错误的 ID。

    场景大纲: 未知 ID 会被拒绝
      假如 没有合作伙伴使用 Microsoft 合作伙伴 ID "9999999"
      当 我为订阅 "Office 365 E3" 键入 ID "9999999" 并选择 "<按钮>"
      那么 显示消息 "没有合作伙伴使用此 ID"
      并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面将 "Contoso" 显示为 "顾问"
      并且 没有显示任何消息

      例子:
        | 按钮    |
        | 检查 ID |
        | 提交    |

    场景大纲: 现有合作伙伴的 ID 会被拒绝
      假如 合作伙伴 "Tailspin Toys" 向我提供了 Microsoft 合作伙伴 ID "5554321"
      并且 "Tailspin Toys" 是订阅 "Visio Plan 2" 的在录合作伙伴
      并且 "Tailspin Toys" 是我的经销商
      并且 "Tailspin Toys" 是我的委派管理员
      当 我为订阅 "Visio Plan 2" 键入 ID "5554321" 并选择 "<按钮>"
      那么 显示消息 "此合作伙伴已是在录合作伙伴"
      并且 框中的 ID 是 "5554321"
      当 我将框中的 ID 更改为 " 5554321 "
      那么 没有显示任何消息
      当 我选择 "<按钮>" 按钮
      那么 显示消息 "此合作伙伴已是在录合作伙伴"
      并且 框中的 ID 是 " 5554321 "
      并且 "Tailspin Toys" 是订阅 "Visio Plan 2" 的在录合作伙伴
      并且 "Tailspin Toys" 是我的委派管理员

      例子:
        | 按钮    |
        | 检查 ID |
        | 提交    |

    场景大纲: 几乎正确的 ID 会被拒绝
      假如 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      当 我为订阅 "Office 365 E3" 键入 ID "<ID>" 并选择 "<按钮>"
      那么 显示消息 "没有合作伙伴使用此 ID"
      并且 框中的 ID 是 "<ID>"
      并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴

      例子:
        | 按钮    | ID         |
        | 提交    | 321456     |
        | 提交    | 32145678   |
        | 提交    | 03214567   |
        | 提交    | 321 4567   |
        | 提交    | 3214576    |
        | 提交    | 3214567-   |
        | 提交    | ID 3214567 |
        | 提交    | Fabrikam   |
        | 检查 ID | 32145678   |
        | 检查 ID | 321 4567   |

    场景: ID 前后的空格没有影响
      假如 "101" 个合作伙伴是我的委派管理员，另有 "101" 个合作伙伴是我的经销商
      并且 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      当 我为订阅 "Office 365 E3" 键入 ID "  3214567  " 并选择 "提交"
      那么 "Fabrikam" 是订阅 "Office 365 E3" 的在录合作伙伴

    场景: 可以再次检查 ID
      假如 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      当 我为订阅 "Office 365 E3" 键入 ID " 3214567 " 并选择 "检查 ID"
      并且 我选择 "检查 ID" 按钮
      那么 显示消息 "此合作伙伴 ID 正确"
      并且 框中的 ID 是 " 3214567 "
      并且 我不知道 Microsoft 合作伙伴 ID "3214567"
      并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴
      当 我将框中的 ID 更改为 "  "
      那么 没有显示任何消息

    场景: 被拒绝的 ID 可以更正
      假如 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      当 我为订阅 "Office 365 E3" 键入 ID "9999999" 并选择 "提交"
      那么 显示消息 "没有合作伙伴使用此 ID"
      并且 框中的 ID 是 "9999999"
      当 我将框中的 ID 更改为 "3214567"
      那么 没有显示任何消息
      当 我选择 "检查 ID" 按钮
      那么 显示消息 "此合作伙伴 ID 正确"
      并且 框中的 ID 是 "3214567"
      并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴
      当 我选择 "提交" 按钮
      那么 "Fabrikam" 是订阅 "Office 365 E3" 的在录合作伙伴
      并且 没有显示任何消息
      并且 不再显示 "提交" 按钮
      并且 "编辑在录合作伙伴" 可用

  @assumption
  规则: 其他内容不会更改
    其他订阅保留其合作伙伴。原合作伙伴保留与你的其他关系，新合作伙伴不会因此获得其他关系。

    场景: 担任两个订阅的在录合作伙伴时，只在其中一个订阅中被更换
      假如 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      并且 "Contoso" 是订阅 "Visio Plan 2" 的在录合作伙伴
      当 我为订阅 "Visio Plan 2" 键入 ID "3214567" 并选择 "提交"
      那么 "Fabrikam" 是订阅 "Visio Plan 2" 的在录合作伙伴
      并且 没有显示任何消息
      并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴
      并且 我没有委派管理员

    场景: 名称几乎相同的订阅保留其合作伙伴
      假如 我还有订阅 "OFFICE 365 E3"
      并且 "Contoso" 是订阅 "OFFICE 365 E3" 的在录合作伙伴
      并且 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      并且 合作伙伴 "Fabrikam North" 向我提供了 Microsoft 合作伙伴 ID "3214568"
      并且 "101" 个合作伙伴是我的委派管理员，另有 "101" 个合作伙伴是我的经销商
      当 我又获得产品 "Office 365 E3" 的 "100" 个订阅
      并且 我为订阅 "Office 365 E3" 键入 ID "3214568" 并选择 "提交"
      并且 我为订阅 "Office 365 E3" 键入 ID "3214567" 并选择 "提交"
      那么 "Fabrikam" 仅在订阅 "Office 365 E3" 中是在录合作伙伴
      并且 "Fabrikam" 是订阅 "Office 365 E3" 的在录合作伙伴
      并且 "Contoso" 是订阅 "OFFICE 365 E3" 的在录合作伙伴
      当 我打开自己的订阅列表
      那么 页面上没有 "office 365 e3"
      并且 页面上没有 "Office 365"
      并且 页面上没有 "Office 365 E3 (102)"

    场景: 订阅按获得的先后顺序列出
      假如 我还有订阅 "Project Plan 3"
      并且 我还有订阅 "Dynamics 365"
      并且 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      并且 "Contoso" 是订阅 "Visio Plan 2" 的在录合作伙伴
      并且 "Contoso" 是订阅 "Project Plan 3" 的在录合作伙伴
      当 我为订阅 "Visio Plan 2" 键入 ID "3214567" 并选择 "提交"
      并且 我清空订阅 "Project Plan 3" 的 ID 框并选择 "提交"
      并且 我打开自己的订阅列表
      那么 页面依次列出 "Office 365 E3"、"Visio Plan 2"、"Project Plan 3" 和 "Dynamics 365"

    场景: 另一个订阅的合作伙伴可以接手
      假如 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      并且 合作伙伴 "Litware" 向我提供了 Microsoft 合作伙伴 ID "321456"
      并且 "Fabrikam" 是订阅 "Visio Plan 2" 的在录合作伙伴
      当 我为订阅 "Office 365 E3" 键入 ID "3214567" 并选择 "检查 ID"
      那么 显示消息 "此合作伙伴 ID 正确"
      当 我选择 "提交" 按钮
      那么 "Fabrikam" 是订阅 "Office 365 E3" 的在录合作伙伴
      并且 "Fabrikam" 是订阅 "Visio Plan 2" 的在录合作伙伴
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面仅列出合作伙伴 "Fabrikam"

    场景: 原合作伙伴仍是你的委派管理员和经销商
      假如 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      并且 "Contoso" 是我的委派管理员
      并且 "Contoso" 是我的经销商
      并且 我还与经销商 "Tailspin Toys"、委派管理员 "Northwind Traders" 以及订阅 "Project Plan 3" 的在录合作伙伴 "Litware" 合作
      当 我为订阅 "Office 365 E3" 键入 ID "3214567" 并选择 "提交"
      那么 "Fabrikam" 仅在订阅 "Office 365 E3" 中是在录合作伙伴
      并且 我的委派管理员是 "Contoso" 和 "Northwind Traders"
      并且 经销商 "Tailspin Toys"、委派管理员 "Northwind Traders" 以及订阅 "Project Plan 3" 的在录合作伙伴 "Litware" 没有任何变化
      并且 没有显示任何消息
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面将 "Contoso" 显示为 "委派管理员" 和 "经销商"
      并且 页面将 "Fabrikam" 显示为 "顾问"
      并且 页面列出 "5" 个名称
      并且 没有显示任何消息

    场景: 兼任委派管理员和经销商的合作伙伴也可以成为你的顾问
      假如 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      并且 "Fabrikam" 是我的委派管理员
      并且 "Fabrikam" 是我的经销商
      当 我为订阅 "Office 365 E3" 键入 ID "3214567" 并选择 "检查 ID"
      那么 显示消息 "此合作伙伴 ID 正确"
      当 我选择 "提交" 按钮
      那么 "Fabrikam" 是订阅 "Office 365 E3" 的在录合作伙伴
      并且 "Fabrikam" 是我的委派管理员
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面仅列出合作伙伴 "Fabrikam"
      并且 页面将 "Fabrikam" 显示为 "顾问"、"委派管理员" 和 "经销商"

  @assumption
  规则: 框中显示现有合作伙伴的 ID
    请将其替换为新 ID。如果在选择**提交**之前转到其他订阅，键入的内容会丢失。

    场景: 框中显示每个订阅自己的 ID
      假如 合作伙伴 "Tailspin Toys" 向我提供了 Microsoft 合作伙伴 ID "5554321"
      并且 "Tailspin Toys" 是订阅 "Visio Plan 2" 的在录合作伙伴
      并且 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      当 我为订阅 "Office 365 E3" 键入 ID "3214567" 并选择 "检查 ID"
      并且 我打开订阅 "Visio Plan 2" 中带有 "提交" 按钮的 ID 框
      那么 框中的 ID 是 "5554321"
      并且 没有显示任何消息
      当 我为订阅 "Office 365 E3" 键入 ID "9999999" 并选择 "提交"
      并且 我打开订阅 "Visio Plan 2" 中带有 "提交" 按钮的 ID 框
      那么 框中的 ID 是 "5554321"
      并且 没有显示任何消息
      并且 在列表中，订阅 "Visio Plan 2" 的合作伙伴 ID 显示为 "5554321"
      并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴

    场景: 框旁边有两个按钮
      当 我打开订阅 "Office 365 E3" 中带有 "提交" 按钮的 ID 框
      那么 页面上只有 "检查 ID" 和 "提交"

  规则: 也可以删除合作伙伴
    如果不需要新的合作伙伴，可以[从订阅中删除现有合作伙伴](delete-partner.md)。

    场景: 清空 ID 框后选择“提交”会删除合作伙伴
      当 我清空订阅 "Office 365 E3" 的 ID 框并选择 "提交"
      那么 订阅 "Office 365 E3" 没有在录合作伙伴
      并且 没有显示任何消息

  @assumption
  规则: 没有 ID 就无法检查
    请向新合作伙伴索取其 ID，并键入框中。框为空时请勿选择**提交**：这会从订阅中删除合作伙伴。

    场景: “检查 ID”不接受空的 ID 框
      假如 我还与经销商 "Tailspin Toys"、委派管理员 "Northwind Traders" 以及订阅 "Project Plan 3" 的在录合作伙伴 "Litware" 合作
      当 我清空订阅 "Office 365 E3" 的 ID 框并选择 "检查 ID"
      那么 显示消息 "请先键入合作伙伴 ID"
      并且 经销商 "Tailspin Toys"、委派管理员 "Northwind Traders" 以及订阅 "Project Plan 3" 的在录合作伙伴 "Litware" 没有任何变化
      并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴

    场景: 仅包含空格的框视为空
      当 我为订阅 "Office 365 E3" 键入 ID "  " 并选择 "检查 ID"
      那么 显示消息 "请先键入合作伙伴 ID"
      并且 框中的 ID 是 "  "

  @o365-21vianet @assumption
  规则: 只能更改你已有的合作伙伴
    你的订阅还没有在录合作伙伴。请参阅如何[接受合作伙伴的邀请](accept-offer.md)。

    场景: 添加合作伙伴之前没有可编辑的内容
      当 我转到 "计费 > 订阅" 页面
      并且 我选择订阅 "Visio Plan 2"
      那么 "编辑在录合作伙伴" 不可用

    场景: 有合作伙伴时，订阅页面上有一个控件
      当 我转到 "计费 > 订阅" 页面
      并且 我选择订阅 "Office 365 E3"
      那么 页面上只有 "编辑在录合作伙伴"

  @o365-worldwide @o365-germany @assumption
  规则: 没有合作伙伴就无从更改
    你的订阅还没有在录合作伙伴。请参阅如何[添加合作伙伴](add-partner.md)。

    场景大纲: 没有合作伙伴就没有可编辑的内容
      当 我转到 "<页面>" 页面
      并且 我选择订阅 "Visio Plan 2"
      那么 "编辑在录合作伙伴" 不可用

      @o365-worldwide
      例子:
        | 页面              |
        | 计费 > 产品和服务 |

      @o365-germany
      例子:
        | 页面        |
        | 计费 > 订阅 |

    场景大纲: 有合作伙伴时，订阅页面上有两个控件
      当 我转到 "<页面>" 页面
      并且 我选择订阅 "Office 365 E3"
      那么 页面上只有 "<名称>" 和 "编辑在录合作伙伴"
      并且 页面上没有框
      并且 结账向导已关闭

      @o365-worldwide
      例子:
        | 页面              | 名称     |
        | 计费 > 产品和服务 | 合作伙伴 |

      @o365-germany
      例子:
        | 页面        | 名称     |
        | 计费 > 订阅 | 更多操作 |

  @assumption
  规则: 如果只有一个订阅，该订阅会直接打开

    场景大纲: 直接打开唯一订阅的页面
      当 我的订阅 "Visio Plan 2" 到期
      并且 我转到 "<页面>" 页面
      那么 "编辑在录合作伙伴" 可用

      @o365-worldwide
      例子:
        | 页面              |
        | 计费 > 产品和服务 |

      @o365-germany @o365-21vianet
      例子:
        | 页面        |
        | 计费 > 订阅 |

    场景: 更改唯一订阅的合作伙伴
      假如 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      当 我的订阅 "Visio Plan 2" 到期
      并且 我为订阅 "Office 365 E3" 键入 ID "3214567" 并选择 "提交"
      那么 "Fabrikam" 是订阅 "Office 365 E3" 的在录合作伙伴
